using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Streams;

/// <summary>Writes the records of streams.</summary>
internal static class RecordWriter
{
    /// <summary>Writes a record.</summary>
    public static void Write(Utf8JsonWriter json, TableStream stream, StreamRecord record)
    {
        json.WriteStartObject();
        json.WriteString("eventID", $"{stream.TableId:N}"[..16] + $"{record.Sequence:x16}");
        json.WriteString("eventName", record.Event.ToString().ToUpperInvariant());
        json.WriteString("eventVersion", "1.1");
        json.WriteString("eventSource", "aws:dynamodb");
        json.WriteString("awsRegion", TableSchema.Region);
        json.WriteStartObject("dynamodb");

        // The service rounds the time down to a second.
        json.WriteNumber("ApproximateCreationDateTime", record.Time.ToUnixTimeSeconds());
        ValueWriter.WriteMap(json, "Keys", record.Keys);
        if (record.New is not null)
            ValueWriter.WriteMap(json, "NewImage", record.New);
        if (record.Old is not null)
            ValueWriter.WriteMap(json, "OldImage", record.Old);
        json.WriteString("SequenceNumber", SequenceNumber.Format(record.Sequence));
        json.WriteNumber("SizeBytes", record.Size);
        json.WriteString("StreamViewType", stream.View);
        json.WriteEndObject();
        if (record.ByService)
        {
            json.WriteStartObject("userIdentity");
            json.WriteString("PrincipalId", "dynamodb.amazonaws.com");
            json.WriteString("Type", "Service");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
