using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Unit.Up;

public sealed class NeededServersTests
{
    [Fact]
    public void What_is_missing_is_said_at_once_with_the_command_that_installs_it()
    {
        var said = Assert.Throws<ServerException>(() => NeededServers.Demand(database: false, broker: false, Nothing)).Message;
        Assert.Contains("Not installed: PostgreSQL, RabbitMQ.", said, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y postgresql rabbitmq-server\n", said, StringComparison.Ordinal);
        Assert.Contains("--database", said, StringComparison.Ordinal);
        Assert.Contains("--broker", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_named_need_not_be_installed()
    {
        NeededServers.Demand(database: true, broker: true, Nothing);
        var said = Assert.Throws<ServerException>(() => NeededServers.Demand(database: true, broker: false, Nothing)).Message;
        Assert.StartsWith("Not installed: RabbitMQ.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("postgresql", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_installed_is_used() => NeededServers.Demand(database: false, broker: false, program => $"/usr/bin/{program}");

    private static string Nothing(string program) => throw new ServerException($"no {program}");
}
