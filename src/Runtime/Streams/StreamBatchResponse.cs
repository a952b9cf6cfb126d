using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams;

/// <summary>
/// The response of a Lambda function whose event source mapping has <c>ReportBatchItemFailures</c>. Lambda continues with the lowest
/// reported change, and delivers all later ones of the batch again, handled or not. An empty response is success.
/// </summary>
public sealed class StreamBatchResponse
{
    private readonly List<SequenceNumber> failures = [];

    /// <summary>The changes that are reported as failed.</summary>
    public IReadOnlyList<SequenceNumber> Failures => failures;

    /// <summary>Reports a change as failed.</summary>
    /// <param name="sequenceNumber">The position of the change, as the event has it. Lambda takes an unknown one as failure of all.</param>
    public void Add(SequenceNumber sequenceNumber)
    {
        if (sequenceNumber.IsNone)
            throw new ArgumentException("A change has a sequence number.", nameof(sequenceNumber));
        failures.Add(sequenceNumber);
    }

    /// <summary>The response as JSON in UTF-8: <c>{"batchItemFailures":[{"itemIdentifier":"…"}]}</c>.</summary>
    public byte[] ToUtf8Json()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        writer.WriteRaw("{\"batchItemFailures\":["u8);
        for (var i = 0; i < failures.Count; i++)
        {
            writer.WriteRaw(i > 0 ? ",{\"itemIdentifier\":"u8 : "{\"itemIdentifier\":"u8);
            writer.WriteJsonString(failures[i].ToString());
            writer.WriteRaw("}"u8);
        }

        writer.WriteRaw("]}"u8);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(ToUtf8Json());
}
