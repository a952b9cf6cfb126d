namespace DynamoToolkit.Local.Faults;

/// <summary>The faults that are injected at present.</summary>
internal sealed class FaultPlan(int seed)
{
    private readonly Lock gate = new();
    private readonly Random chance = new(seed);
    private volatile ActiveFault[] faults = [];
    private long struck;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => faults.Length == 0;

    /// <summary>How many faults have struck.</summary>
    public long Struck => Interlocked.Read(ref struck);

    /// <summary>Adds a fault.</summary>
    public ActiveFault Add(LocalFault fault)
    {
        var active = new ActiveFault(this, fault);
        lock (gate)
            faults = [.. faults, active];
        return active;
    }

    /// <summary>Removes a fault, if it is still there.</summary>
    public void Remove(ActiveFault fault)
    {
        lock (gate)
            faults = Array.FindAll(faults, other => other != fault);
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (gate)
            faults = [];
    }

    /// <summary>The fault of a kind that strikes a request now; null if none does.</summary>
    public LocalFault? Strike(FaultKind kind, string operation, params IReadOnlyCollection<string> tables)
    {
        if (IsEmpty)
            return null;

        lock (gate)
        {
            if (Array.Find(faults, fault => fault.Strikes(kind, operation, tables, chance)) is not { } active)
                return null;

            Interlocked.Increment(ref struck);
            return active.Fault;
        }
    }
}
