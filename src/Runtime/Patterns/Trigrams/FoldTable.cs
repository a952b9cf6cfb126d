using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>The folds of all code points, unpacked from <see cref="FoldData"/> when the first text needs them.</summary>
internal sealed class FoldTable
{
    private const int BlockBits = 6;
    private const int BlockSize = 1 << BlockBits;
    private const int LengthBits = 5;

    // The block of each group of code points; block 0 has the groups in which all stay as they are.
    private readonly ushort[] blocks = new ushort[(FoldData.Max >> BlockBits) + 1];

    // Of each code point: 0 if it stays, what it folds to if that is one code point, or the complement of a place among the others.
    private readonly int[] cells;
    private readonly int[] others;

    private FoldTable()
    {
        var unpacked = new List<int>(new int[BlockSize]);
        var longer = new List<int>();
        var runs = new Numbers(Convert(FoldData.Runs));
        var code = 0;
        while (!runs.IsAtEnd)
        {
            code += runs.Next();
            var (count, kind) = Math.DivRem(runs.Next(), 4);
            var distance = kind is 1 or 2 ? runs.NextSigned() : 0;
            var last = code;
            for (var i = 0; i < count; i++)
            {
                Cell(unpacked, code) = kind switch
                {
                    0 => ~0,
                    3 => ReadFold(ref runs, ref last, longer),
                    _ => code + distance,
                };
                code += kind is 2 && i < count - 1 ? 2 : 1;
            }
        }

        cells = [.. unpacked];
        others = [.. longer];
    }

    /// <summary>The table.</summary>
    public static FoldTable Instance { get; } = new();

    /// <summary>What a code point folds to, if that is not one code point.</summary>
    /// <param name="place">The complement of what <see cref="Find"/> returned.</param>
    public ReadOnlySpan<int> Others(int place) => others.AsSpan(place >> LengthBits, place & ((1 << LengthBits) - 1));

    /// <summary>
    /// What a code point folds to, if it is one code point; otherwise the complement of the place that <see cref="Others"/> takes.
    /// </summary>
    public int Find(int code)
    {
        if (code > FoldData.Max)
            return code;
        var cell = cells[(blocks[code >> BlockBits] << BlockBits) + (code & (BlockSize - 1))];
        return cell == 0 ? code : cell;
    }

    private static byte[] Convert(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        Base64.DecodeFromUtf8(base64, bytes, out _, out var length);
        return bytes[..length];
    }

    private static int ReadFold(ref Numbers runs, ref int last, List<int> longer)
    {
        var length = runs.Next();
        if (length == 1)
            return last += runs.NextSigned();

        var start = longer.Count;
        for (var i = 0; i < length; i++)
            longer.Add(last += runs.NextSigned());
        return ~((start << LengthBits) | length);
    }

    private ref int Cell(List<int> unpacked, int code)
    {
        ref var block = ref blocks[code >> BlockBits];
        if (block == 0)
        {
            block = (ushort)(unpacked.Count >> BlockBits);
            unpacked.AddRange(new int[BlockSize]);
        }

        return ref CollectionsMarshal.AsSpan(unpacked)[(block << BlockBits) + (code & (BlockSize - 1))];
    }

    /// <summary>The numbers of the packed runs.</summary>
    private struct Numbers(byte[] bytes)
    {
        private int position;

        public readonly bool IsAtEnd => position == bytes.Length;

        public int Next()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                var part = bytes[position++];
                value |= (part & 0x7F) << shift;
                if (part <= 0x7F)
                    return value;
                shift += 7;
            }
        }

        public int NextSigned()
        {
            var value = Next();
            return (value & 1) == 0 ? value >> 1 : -(value >> 1) - 1;
        }
    }
}
