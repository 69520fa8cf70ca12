namespace Coordination.CommandLine.Sandbox;

/// <summary>The sandbox's feed: one alert, which says that it is an exercise.</summary>
internal static class Feed
{
    internal const string ETag = "\"sandbox-1\"";
    internal const string AlertPath = "/alerts/sandbox-1";

    internal const string Alert = """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>sandbox-1</identifier>
          <sender>sandbox@coordination.example</sender>
          <sent>2026-01-01T00:00:00-00:00</sent>
          <status>Exercise</status>
          <msgType>Alert</msgType>
          <scope>Public</scope>
          <note>A sandbox: nothing happens.</note>
          <info>
            <language>en</language>
            <category>Met</category>
            <event>Exercise: rainstorm</event>
            <urgency>Future</urgency>
            <severity>Minor</severity>
            <certainty>Possible</certainty>
            <senderName>Sandbox</senderName>
            <headline>Exercise: rain in the sandbox</headline>
            <area>
              <areaDesc>The sandbox</areaDesc>
              <polygon>43.0,126.0 43.0,127.0 44.0,127.0 43.0,126.0</polygon>
            </area>
          </info>
        </alert>
        """;

    internal const string Atom = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <id>urn:coordination:sandbox</id>
          <title>Alerts of the sandbox</title>
          <updated>2026-01-01T00:00:00Z</updated>
          <entry>
            <id>urn:coordination:sandbox:sandbox-1</id>
            <title>Exercise: rain in the sandbox</title>
            <updated>2026-01-01T00:00:00Z</updated>
            <link type="application/cap+xml" href="{AlertPath}"/>
          </entry>
        </feed>
        """;
}
