/** Understands what somebody wrote: language, mood, question, intent, offence. Pure functions over text; no tables, no network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package dev.parvi.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
