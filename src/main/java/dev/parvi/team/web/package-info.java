/** The doors of team: sign-in, the first visit, members, the audit log. */
@NullMarked
package dev.parvi.team.web;

import org.jspecify.annotations.NullMarked;
