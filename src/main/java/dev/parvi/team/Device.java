package dev.parvi.team;

/**
 * From where somebody signs in, as the request says it.
 *
 * @param agent what the browser calls itself; cut at 300 characters
 * @param address its IP address
 */
public record Device(String agent, String address) {

    private static final int LONGEST_AGENT = 300;

    public Device {
        agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
}
