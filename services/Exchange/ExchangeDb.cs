using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange;

/// <summary>Exchange's journal is the region's log; it needs no other table yet.</summary>
internal sealed class ExchangeDb(DbContextOptions<ExchangeDb> options) : ServiceDb(options)
{
    protected override void Model(ModelBuilder model) { }
}
