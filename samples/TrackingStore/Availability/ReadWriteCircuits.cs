namespace TrackingStore.Availability;

/// <summary>
/// The circuits of a store whose reads and writes fail apart: one that is full takes no writes and goes on to answer reads. An outage ends
/// when neither fails.
/// </summary>
/// <param name="outage">Where outages go.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadWriteCircuits(Outage outage, TimeProvider time)
{
    /// <summary>The circuit of reads.</summary>
    public Circuit Reads { get; } = new(time);

    /// <summary>The circuit of writes.</summary>
    public Circuit Writes { get; } = new(time);

    /// <summary>A call succeeded.</summary>
    /// <param name="circuit">One of these.</param>
    /// <param name="startedAt">When the call began.</param>
    public void Succeeded(Circuit circuit, long startedAt)
    {
        circuit.Succeeded();
        if (!Reads.IsFailing && !Writes.IsFailing) outage.Succeeded(startedAt);
    }

    /// <summary>A call failed.</summary>
    /// <param name="circuit">One of these.</param>
    /// <param name="reason">Why, for the log.</param>
    public void Failed(Circuit circuit, string reason)
    {
        circuit.Failed();
        outage.Failed(reason);
    }
}
