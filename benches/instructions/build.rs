//! Chooses the system's own linker: in programs of the one that comes with Rust, valgrind 3.19, which
//! Debian has, finds no names of functions.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-fuse-ld=bfd");
    }
}
