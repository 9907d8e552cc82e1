package dev.parvi.ui;

import java.util.Locale;

/** The member who looks at the page, as the layout shows them. */
public record Who(String name, Locale locale) {}
