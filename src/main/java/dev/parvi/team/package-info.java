/** Who works here: members, roles, sign-in, audit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "ui"})
package dev.parvi.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
