/** What every room stands on: PostgreSQL, the scheduler, secrets, the one outbound client, media, mail. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.parvi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
