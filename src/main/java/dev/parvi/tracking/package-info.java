/** Links that we can recognise again, who came by them, and what they then did. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "ui", "text", "team", "brand", "page", "connector", "account"})
package dev.parvi.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
