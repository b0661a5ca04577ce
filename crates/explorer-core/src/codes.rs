//! Closed lists of codes: what authors write, links carry and JavaScript reads.
//!
//! Each list is declared once, by [`codes!`]; no other place maps text to a variant.

/// Declares an enum whose variants each have one code of `[a-z0-9-]+`.
///
/// Gives `ALL` (in the order of declaration, which is the order of display), `code`, `from_code`,
/// and a serialised form that is the code for people and the variant's number in the artifact.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $code:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$variant_meta])* $variant ),+ }

        impl $name {
            /// Every value, in the order of display.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The code that files, links and scripts use.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),+ }
            }

            /// The value of a code; `None` when the code is not in the list.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.code())
                } else {
                    serializer.serialize_u8(*self as u8)
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                    Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(
                        concat!("not a code of ", stringify!($name)),
                    ))
                } else {
                    let number = u8::deserialize(deserializer)?;
                    Self::ALL.get(usize::from(number)).copied().ok_or_else(|| {
                        serde::de::Error::custom(concat!("not a number of ", stringify!($name)))
                    })
                }
            }
        }

        impl crate::artifact::decode::Decode for $name {
            fn decode(bytes: &mut crate::artifact::decode::Bytes<'_>) -> Self {
                let at = usize::from(bytes.byte());
                Self::ALL.get(at).copied().unwrap_or_else(|| {
                    bytes.fail();
                    [ $( Self::$variant ),+ ][0]
                })
            }
        }
    };
}

pub(crate) use codes;
