namespace TrackingStore.History;

/// <summary>The part of a history that a chart shows, with both ends.</summary>
internal sealed record ChartRange(ChartAxis Axis, long Start, long End)
{
    /// <summary>Whether some of a bucket may be in the range.</summary>
    public bool Overlaps(Bucket bucket) => Axis == ChartAxis.Step
        ? bucket.MinStep <= End && bucket.MaxStep >= Start
        : bucket.FirstTime <= End && bucket.LastTime >= Start;

    /// <summary>Where a bucket ends on the axis.</summary>
    public long PlaceOf(Bucket bucket) => Axis == ChartAxis.Step ? bucket.MaxStep : bucket.LastTime;
}
