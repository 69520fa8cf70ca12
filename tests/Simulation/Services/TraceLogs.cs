using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Coordination.Tests.Simulation;

/// <summary>What the code under test logs, as lines of the history.</summary>
internal sealed partial class TraceLogs(Machine machine) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        machine.World.Tell($"{machine.Name}: {Guids().Replace(formatter(state, exception), "…")}{(exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})")}");

    public void Dispose() { }

    /// <summary>Ids are made from the machine's clock, so two runs of a seed differ in them and in nothing else.</summary>
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guids();
}
