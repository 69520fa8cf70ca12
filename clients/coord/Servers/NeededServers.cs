namespace Coordination.CommandLine.Servers;

/// <summary>The servers that a region runs privately where none is named: before anything is started, all that is missing is said at once.</summary>
internal static class NeededServers
{
    /// <param name="database">True when a PostgreSQL is named.</param>
    /// <param name="broker">True when a RabbitMQ is named.</param>
    /// <param name="find">Finds a program, or throws; the installed ones unless a test says otherwise.</param>
    /// <exception cref="ServerException">Says exactly what to install, or how to name what runs elsewhere.</exception>
    internal static void Demand(bool database, bool broker, Func<string, string>? find = null)
    {
        find ??= program => program == "postgres" ? PostgresPrograms.Find(program) : LocalRabbit.Find();
        var missing = new List<(string Name, string Package, string Option)>();
        if (!database && !Has("postgres")) missing.Add(("PostgreSQL", "postgresql", "--database \"Host=…;Username=…;Password=…\""));
        if (!broker && !Has("rabbitmq-server")) missing.Add(("RabbitMQ", "rabbitmq-server", "--broker http://user:password@host:15672"));
        if (missing.Count == 0) return;
        throw new ServerException(
            Language.Say($"Not installed: {string.Join(", ", missing.Select(m => m.Name))}. On Debian or Ubuntu: apt-get install -y {string.Join(' ', missing.Select(m => m.Package))}") + "\n"
            + Language.Say($"Or name what runs elsewhere: {string.Join(' ', missing.Select(m => m.Option))}"));

        bool Has(string program)
        {
            try
            {
                return find(program).Length > 0;
            }
            catch (ServerException)
            {
                return false;
            }
        }
    }
}
