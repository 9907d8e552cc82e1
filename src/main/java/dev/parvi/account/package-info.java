/** The accounts a brand has connected: their credentials and their health. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui", "team", "brand", "connector"})
package dev.parvi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
