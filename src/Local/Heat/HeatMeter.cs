using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Heat;

/// <summary>Measures what requests consume by partition key, and refuses requests that exceed a limit if it is asked to.</summary>
internal sealed class HeatMeter(HeatOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Table, string? Index), ResourceMeter> resources = [];

    /// <summary>Charges a write. If a single part of it is refused, nothing is consumed.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="key">The item's key, as the table stores it.</param>
    /// <param name="holder">The item's key attributes, or an item that contains them.</param>
    /// <param name="old">The item before the write; null if there was none.</param>
    /// <param name="item">The item after the write; null if there is none.</param>
    /// <param name="factor">2 in transactions.</param>
    /// <exception cref="ThrottledError">The write exceeds a limit.</exception>
    public void Write(TableSchema schema, byte[] key, MapValue holder, MapValue? old, MapValue? item, int factor) =>
        Charge(schema, WriteCharges.Of(schema, key, holder, old, item, factor), isWrite: true);

    /// <summary>Charges a read.</summary>
    /// <exception cref="ThrottledError">The read exceeds a limit.</exception>
    public void Read(TableSchema schema, params ReadOnlySpan<UnitCharge> charges) => Charge(schema, [.. charges], isWrite: false);

    /// <summary>What has been measured of every table and index, by name.</summary>
    public IReadOnlyList<ResourceHeat> Resources()
    {
        lock (gate)
        {
            return
            [
                .. resources.Values
                    .OrderBy(static resource => resource.TableName, StringComparer.Ordinal)
                    .ThenBy(static resource => resource.IndexName, StringComparer.Ordinal)
                    .Select(static resource => resource.Report()),
            ];
        }
    }

    /// <summary>The hottest keys of all tables and indexes.</summary>
    public IReadOnlyList<HotKey> HottestKeys(int count)
    {
        lock (gate)
        {
            return
            [
                .. resources.Values
                    .SelectMany(resource => resource.HottestKeys(count))
                    .OrderByDescending(static key => key.Heat)
                    .Take(count)
                    .Select(static key => key.Key),
            ];
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        lock (gate)
            resources.Clear();
    }

    private void Charge(TableSchema schema, List<UnitCharge> charges, bool isWrite)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var parts = charges.ConvertAll(charge => (Resource: Find(schema, charge.Index, now), Charge: charge));

            // A split comes before the check: the request that finds the new partition is the first to gain from it.
            foreach (var (resource, charge) in parts)
                resource.SplitIfHot(charge, now);
            if (options.Throttle)
                ThrowIfRefused(parts, isWrite, now);
            foreach (var (resource, charge) in parts)
                resource.Take(charge, isWrite, now);
        }
    }

    private static void ThrowIfRefused(List<(ResourceMeter Resource, UnitCharge Charge)> parts, bool isWrite, DateTimeOffset now)
    {
        foreach (var (resource, charge) in parts)
        {
            if (resource.Refusal(charge, isWrite, now) is not { } limit)
                continue;

            resource.Refuse(charge, isWrite, now);
            throw new ThrottledError(limit, isWrite, charge.Index is not null, resource.Arn);
        }
    }

    private ResourceMeter Find(TableSchema schema, IndexSchema? index, DateTimeOffset now)
    {
        var name = (schema.Name, index?.Name);
        if (!resources.TryGetValue(name, out var resource) || resource.TableId != schema.Id)
            resources[name] = resource = new ResourceMeter(schema, index, options, now);
        resource.Follow(schema, index, now);
        return resource;
    }
}
