namespace TrackingStore.History;

/// <summary>The first byte of stored history: what it is, and in the lower half the version of its form.</summary>
internal enum HistoryFormat : byte
{
    /// <summary>Points of several metrics, as one request logged them.</summary>
    Pack = 0x11,

    /// <summary>Points of one metric.</summary>
    Points = 0x21,

    /// <summary>Summaries of points of one metric.</summary>
    Buckets = 0x31,
}
