package dev.parvi.publishing;

import dev.parvi.shared.MemberId;
import java.util.Locale;

/** A member of the brand with what they want to be told. */
record Recipient(MemberId member, String email, Locale language, Wish wish) {}
