/** Whose voice we are: the brand, its goals, its zone and language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "team"})
package dev.parvi.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
