using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Carries the instance's event source in the context's options, so that every context of an instance writes under its name.</summary>
internal sealed class SourceExtension(string source) : IDbContextOptionsExtension
{
    internal string Source { get; } = source;

    public DbContextOptionsExtensionInfo Info => new Facts(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class Facts(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";
        public override int GetServiceProviderHashCode() => 0;
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Facts;
        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
