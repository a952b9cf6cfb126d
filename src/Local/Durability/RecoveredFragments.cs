using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>The fragments of the packed items of a snapshot, which another process had numbered.</summary>
internal sealed class RecoveredFragments
{
    // Old fragments that no item uses any more must not take all numbers.
    private const int MaxAdopted = WireFragments.MaxCount / 2;

    // Null if the fragments have the same numbers in this process.
    private readonly WireFragments? foreign;

    /// <summary>Gives the fragments the same numbers in this process, if these are free.</summary>
    /// <exception cref="InvalidDataException">There are too many fragments.</exception>
    public RecoveredFragments(byte[][] fragments)
    {
        if (fragments.Length <= MaxAdopted && WireFragments.Shared.TryAdopt(fragments))
            return;

        foreign = new WireFragments();
        if (!foreign.TryAdopt(fragments))
            throw new InvalidDataException("There are too many fragments.");
    }

    /// <summary>The block of an item in this process.</summary>
    public byte[] Take(ReadOnlySpan<byte> block)
    {
        var own = block.ToArray();
        return foreign is null ? own : ItemBlock.Repack(own, foreign);
    }
}
