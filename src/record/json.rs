//! How numbers are written in JSON: whole ones without ".0", scores with two decimals.

use serde::{Deserialize, Deserializer, Serializer};

/// A figure: 600 and not 600.0, 0.25 as it is.
pub(super) mod number {
    use super::*;

    pub fn serialize<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        // Whole numbers up to 2^53 are exact in both forms.
        if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 {
            to.serialize_i64(*value as i64)
        } else {
            to.serialize_f64(*value)
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        f64::deserialize(from)
    }
}

/// A figure or nothing.
pub(super) mod number_option {
    use super::*;

    pub fn serialize<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::number::serialize(value, to),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
        Option::deserialize(from)
    }
}

/// A score from 0 to 1: two decimals are all that it means.
pub(super) mod short {
    use super::*;

    pub fn serialize<S: Serializer>(value: &f32, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64((f64::from(*value) * 100.0).round() / 100.0)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
        f32::deserialize(from)
    }
}
