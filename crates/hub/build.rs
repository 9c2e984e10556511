//! The widget is compiled into the hub; a new file in it makes a new hub.

fn main() {
    println!("cargo::rerun-if-changed=../../widget");
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=migrations");
}
