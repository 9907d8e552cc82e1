package dev.parvi.audience;

/** A campaign was changed or removed; told in its transaction, in the scope of its brand. */
public record CampaignChanged(long campaign) {}
