namespace DynamoToolkit.Local.Heat;

/// <summary>What one partition key consumed, and whether its writes follow the sort key.</summary>
internal sealed class KeyHeat(string text)
{
    private const int EnoughWrites = 32;
    private const int ManyWrites = 4096;
    private const double Most = 0.9;

    private byte[]? highest;
    private byte[]? lowest;
    private int inserts;
    private int rising;
    private int falling;

    /// <summary>The key's value as text.</summary>
    public string Text { get; } = text;

    /// <summary>The write units.</summary>
    public UnitCount Writes { get; } = new();

    /// <summary>The read units.</summary>
    public UnitCount Reads { get; } = new();

    /// <summary>How hot the key has been: the units of its busiest seconds, of which a write unit counts as three.</summary>
    public double Heat => (3 * Writes.Peak) + Reads.Peak;

    /// <summary>Whether nine writes of ten have gone above all sort keys before them, or below.</summary>
    public bool FollowsSortKey => inserts >= EnoughWrites && Math.Max(rising, falling) >= Most * inserts;

    /// <summary>Notes where a write goes.</summary>
    public void Follow(byte[] key)
    {
        if (highest is null || lowest is null)
        {
            highest = lowest = key;
            return;
        }

        inserts++;
        if (key.AsSpan().SequenceCompareTo(highest) > 0)
        {
            rising++;
            highest = key;
        }
        else if (key.AsSpan().SequenceCompareTo(lowest) < 0)
        {
            falling++;
            lowest = key;
        }

        // What happened long ago counts half.
        if (inserts >= ManyWrites)
            (inserts, rising, falling) = (inserts / 2, rising / 2, falling / 2);
    }
}
