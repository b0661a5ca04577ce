#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| explorer_laws::authoring(input));
