using System.Data.Common;
using Npgsql;

namespace Coordination.Platform;

/// <summary>Where an instance's schema is. <c>{instance}</c> in the connection string stands for its name; role and schema bear it.</summary>
internal sealed record PostgresAddress(string ConnectionString, string Schema)
{
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
