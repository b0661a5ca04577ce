#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| explorer_laws::set(input));
