using System.Data.Common;
using Npgsql;

namespace Coordination.Platform;

/// <summary>Where an instance's schema is. <c>{instance}</c> in the connection string stands for its name; role and schema bear it.</summary>
internal sealed record PostgresAddress(string ConnectionString, string Schema)
{
    /// <summary>Seconds: a fault is healed within sixty, and several questions may follow each other by then.</summary>
    private const int Patience = 10;

    /// <summary>For the connection that only listens: it is not of the pool, and asks every few seconds whether the other end is still there.</summary>
    internal string ForListening => new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = Patience }.ToString();

    /// <exception cref="StartFailedException">The text is no connection string.</exception>
    internal static PostgresAddress Of(string text, ServiceInstance instance)
    {
        try
        {
            var name = instance.DatabaseName;
            var settings = new NpgsqlConnectionStringBuilder(text.Replace("{instance}", name, StringComparison.Ordinal))
            {
                SearchPath = name,
                // A name that no other process has: a connection whose commit is in doubt is found and ended by it.
                ApplicationName = $"{name} {Guid.NewGuid():N}",
                Timeout = 5,
                // Nothing outlives its transaction on a connection but the statements that are prepared: there is nothing to reset, and much to keep.
                NoResetOnClose = true,
            };
            // The typed builder says of every word that it knows that it contains it.
            var said = new DbConnectionStringBuilder { ConnectionString = text };
            // A connection that is open on this side alone tells nobody: whoever asks over it gives up, and the pool is emptied.
            if (!said.ContainsKey("Command Timeout")) settings.CommandTimeout = Patience;
            if (!said.ContainsKey("Maximum Pool Size")) settings.MaxPoolSize = 40;
            // Parsing and planning the same statements anew was most of what the database did.
            if (!said.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = 200;
            return new(settings.ToString(), name);
        }
        catch (ArgumentException e)
        {
            throw new StartFailedException($"COORDINATION_DATABASE is no PostgreSQL connection string (Host=…;Database=…;Username={{instance}};Password=…): {e.Message}", e);
        }
    }
}
