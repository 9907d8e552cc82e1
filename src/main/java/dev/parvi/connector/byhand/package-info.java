/** A place without a connector: a member posts by hand what the desk lays ready. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connector", "platform", "shared", "ui"})
package dev.parvi.connector.byhand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
