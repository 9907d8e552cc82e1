package dev.parvi.publishing;

import dev.parvi.connector.Message;
import dev.parvi.connector.Sent;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import java.time.Instant;

/**
 * What is said to somebody, on its way into the ledger.
 *
 * @param by who wrote it
 * @param account which speaks
 * @param answered what it answers, as it was heard
 * @param at when it goes; what lies in the past goes at once, if it isn't later than the brand's limit
 */
public record Answer(MemberId by, AccountId account, Sent answered, Message message, Instant at) {}
