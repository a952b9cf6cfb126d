using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Items of snapshots to and from bytes: blocks as memory holds them (<see cref="ItemBlock"/>), so that opening a folder has nothing to
/// parse. Their fragments come first. A record of blocks has its kind, the name of the table or backup, and the blocks with their lengths.
/// </summary>
internal static class PackedCodec
{
    /// <summary>Whether the payload of a record has fragments or blocks, and nothing else.</summary>
    public static bool Reads(ReadOnlySpan<byte> payload) =>
        !payload.IsEmpty && (ChangeKind)payload[0] is ChangeKind.SetFragments or ChangeKind.PutPacked or ChangeKind.PutPackedBackup;

    /// <summary>Writes the fragments to which blocks refer.</summary>
    public static void WriteFragments(BinaryOutput output, byte[][] fragments)
    {
        output.WriteByte((byte)ChangeKind.SetFragments);
        foreach (var fragment in fragments)
            output.WriteBytes(fragment);
    }

    /// <summary>Reads fragments, behind the kind.</summary>
    public static byte[][] ReadFragments(ref BinaryInput input)
    {
        var fragments = new List<byte[]>();
        while (input.HasMore)
            fragments.Add(input.ReadBytes().ToArray());
        return [.. fragments];
    }

    /// <summary>Begins a record of blocks.</summary>
    public static void Begin(BinaryOutput output, ChangeKind kind, string owner)
    {
        output.WriteByte((byte)kind);
        output.WriteText(owner);
    }

    /// <summary>Checks that blocks, behind the name of their owner, are whole.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public static ReadOnlyMemory<byte> ReadBlocks(ref BinaryInput input)
    {
        var blocks = input.ReadRest();
        var check = new BinaryInput(blocks);
        while (check.HasMore)
        {
            if (!ItemBlock.IsWhole(check.ReadBytes()))
                throw new InvalidDataException("An item is too short.");
        }

        return blocks;
    }
}
