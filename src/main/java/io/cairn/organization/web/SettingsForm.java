package io.cairn.organization.web;

import io.cairn.organization.Organization;
import io.cairn.organization.OrganizationDetails;
import org.jspecify.annotations.Nullable;

/** The organisation's settings as typed; a box that is not ticked is not sent. */
public record SettingsForm(
        String name, String zone, String currency, @Nullable String individualGoals, String version) {

    public SettingsForm {
        name = Typed.text(name);
        zone = Typed.text(zone);
        currency = Typed.text(currency);
        version = Typed.text(version);
    }

    static SettingsForm of(Organization organization) {
        return new SettingsForm(
                organization.name(),
                organization.zone().getId(),
                organization.currency().getCurrencyCode(),
                organization.individualGoals() ? "true" : null,
                String.valueOf(organization.version()));
    }

    SettingsForm at(int current) {
        return new SettingsForm(name, zone, currency, individualGoals, String.valueOf(current));
    }

    public boolean individual() {
        return "true".equals(individualGoals);
    }

    OrganizationDetails details() {
        return new OrganizationDetails(name, zone, currency, individual());
    }
}
