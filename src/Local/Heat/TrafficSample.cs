using System.Runtime.InteropServices;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Heat;

/// <summary>Keys of requests, drawn in proportion to their units. It shows where a partition's traffic goes.</summary>
internal sealed class TrafficSample
{
    private const int MaxDraws = 512;
    private const int EnoughDraws = 32;

    // More than half, by enough that chance does not make it of two equal halves.
    private const double Most = 0.6;

    // Always the same draws for the same traffic, so that tests repeat. Chance keeps regular traffic from meeting regular draws.
    private readonly Random chance = new(Seed: 1);
    private readonly List<(byte[] Key, KeyHeat Heat)> draws = new(MaxDraws);
    private double step = 1;

    /// <summary>Draws from a request.</summary>
    public void Add(byte[] key, KeyHeat heat, double units)
    {
        for (var left = units / step; left >= 1 || left > chance.NextDouble(); left--)
        {
            draws.Add((key, heat));
            if (draws.Count == MaxDraws)
                Thin();
        }
    }

    /// <summary>The partition key with most of the traffic; null if there is none, or too little traffic to say.</summary>
    public KeyHeat? Dominant() => draws.Count < EnoughDraws
        ? null
        : draws.GroupBy(static draw => draw.Heat).FirstOrDefault(group => group.Count() > Most * draws.Count)?.Key;

    /// <summary>Whether one item has most of the traffic.</summary>
    public bool IsOneItem() =>
        draws.GroupBy(static draw => draw.Key, KeyBytesComparer.Instance).Any(group => group.Count() > Most * draws.Count);

    /// <summary>A key that divides the traffic into halves; null if all of it has one key.</summary>
    public byte[]? Median()
    {
        var keys = draws.ConvertAll(static draw => draw.Key);
        keys.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        for (var i = keys.Count / 2; i > 0 && i < keys.Count; i++)
        {
            if (!keys[i].AsSpan().SequenceEqual(keys[0]))
                return keys[i];
        }

        return null;
    }

    private void Thin()
    {
        chance.Shuffle(CollectionsMarshal.AsSpan(draws));
        draws.RemoveRange(MaxDraws / 2, MaxDraws / 2);
        step *= 2;
    }
}
