namespace DynamoToolkit.Local.Faults;

/// <summary>A fault that is injected at present.</summary>
internal sealed class ActiveFault(FaultPlan plan, LocalFault fault) : IDisposable
{
    private int strikes;

    /// <summary>The fault.</summary>
    public LocalFault Fault { get; } = fault;

    /// <summary>Whether the fault is of a kind and strikes a request. Counts the strike.</summary>
    public bool Strikes(FaultKind kind, string operation, IReadOnlyCollection<string> tables, Random chance)
    {
        if (Fault.Kind != kind || strikes >= (Fault.Count ?? int.MaxValue))
            return false;
        if (Fault.Operations.Count > 0 && !Fault.Operations.Contains(operation))
            return false;
        if (Fault.TableName is not null && !tables.Contains(Fault.TableName))
            return false;
        if (chance.NextDouble() >= Fault.Rate)
            return false;

        strikes++;
        return true;
    }

    public void Dispose() => plan.Remove(this);
}
