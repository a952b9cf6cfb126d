using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TrackingStore.Model;

/// <summary>Writes the bytes of a <see cref="RunSummary"/>.</summary>
internal static class SummaryBytes
{
    private const byte More = 0x80;

    /// <summary>The summary of a run.</summary>
    /// <param name="data">What was logged to it, without data sets and models if they were not read.</param>
    public static byte[] Write(IReadOnlyCollection<RunDataItem> data)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write([RunSummary.Format]);
        foreach (var section in Enum.GetValues<SummarySection>())
        {
            var entries = new ArrayBufferWriter<byte>();
            foreach (var one in data.Where(one => SectionOf(one) == section)) Write(entries, one);

            // Room for the lengths of this section and of those that follow.
            if (output.WrittenCount + entries.WrittenCount > RunSummary.MaxBytes - 8)
            {
                WriteNumber(output, 0);
                continue;
            }

            WriteNumber(output, entries.WrittenCount + 1);
            output.Write(entries.WrittenSpan);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a number, which has seven bits in a byte.</summary>
    public static int ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (next & (More - 1)) << shift;
            if (next < More) return number;
        }
    }

    private static SummarySection? SectionOf(RunDataItem item) => item switch
    {
        { Rank: not null } => SummarySection.Metrics,
        { Param: not null } => SummarySection.Params,
        { Tag: not null } => SummarySection.Tags,
        _ => null,
    };

    private static void Write(ArrayBufferWriter<byte> output, RunDataItem item)
    {
        WriteText(output, item.Name!, 0);
        if (item.Rank is { } rank)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), MetricRank.ValueOf(rank));
            output.Advance(sizeof(double));
        }
        else if ((item.Param ?? item.Tag!) is var text && Encoding.UTF8.GetByteCount(text) <= RunSummary.MaxText)
        {
            WriteText(output, text, 1);
        }
        else
        {
            WriteNumber(output, 0);
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> output, string text, int added)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(output, length + added);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(length)));
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, int number)
    {
        for (; number >= More; number >>= 7) output.Write([(byte)(number | More)]);
        output.Write([(byte)number]);
    }
}
