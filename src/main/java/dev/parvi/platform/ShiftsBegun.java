package dev.parvi.platform;

/** All parts of the desk have been put together, and work beside the pages has begun. */
public record ShiftsBegun() {}
