using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The records of a response to GetRecords, or of a Lambda event: both have the same form, except for two names.</summary>
internal static class RecordPage
{
    /// <summary>Finds the records.</summary>
    /// <param name="json">The response or event.</param>
    /// <param name="partition">The table's partition key.</param>
    /// <param name="sort">The table's sort key, if it has one.</param>
    /// <param name="next">The iterator of the next page; null if there is none, at the end of a shard.</param>
    /// <exception cref="ItemFormatException">The text is not a page of records.</exception>
    public static List<RecordEntry> Read(ReadOnlySpan<byte> json, KeyModel partition, KeyModel? sort, out string? next)
    {
        List<RecordEntry> records = [];
        next = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Records"u8))
            {
                while (reader.NextElement())
                    records.Add(ReadRecord(ref reader, partition, sort));
            }
            else if (name.SequenceEqual("NextShardIterator"u8))
            {
                next = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return records;
    }

    /// <summary>Reads one record, from a text that begins with it.</summary>
    public static RecordEntry ReadOne(ReadOnlySpan<byte> json, KeyModel partition, KeyModel? sort)
    {
        var reader = new JsonCursor(json);
        return ReadRecord(ref reader, partition, sort);
    }

    private static RecordEntry ReadRecord(ref JsonCursor reader, KeyModel partition, KeyModel? sort)
    {
        reader.SkipSpace();
        var entry = new RecordEntry { Start = reader.Position };
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("dynamodb"u8))
                ReadChange(ref reader, ref entry, partition, sort);
            else if (name.SequenceEqual("eventID"u8))
                entry.EventId = reader.ReadString();
            else if (name.SequenceEqual("eventName"u8))
                entry.Event = reader.ReadString();
            else if (name.SequenceEqual("userIdentity"u8))
                entry.IsByService = ReadIsService(ref reader);
            else
                reader.Skip();
        }

        entry.Length = reader.Position - entry.Start;
        return entry.SequenceNumber is not null && !entry.Partition.IsNone
            ? entry
            : throw new ItemFormatException("Records", "records with Keys and SequenceNumber", "one without");
    }

    private static void ReadChange(ref JsonCursor reader, ref RecordEntry entry, KeyModel partition, KeyModel? sort)
    {
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Keys"u8))
            {
                var keys = KeyReader.ReadIdentity(Ranged(ref reader, out entry.Keys), "", partition, sort);
                (entry.Partition, entry.Sort) = (keys.Partition, keys.Sort);
            }
            else if (name.SequenceEqual("NewImage"u8))
            {
                Ranged(ref reader, out entry.New);
            }
            else if (name.SequenceEqual("OldImage"u8))
            {
                Ranged(ref reader, out entry.Old);
            }
            else if (name.SequenceEqual("SequenceNumber"u8))
            {
                entry.SequenceNumber = reader.ReadString();
            }
            else if (name.SequenceEqual("ApproximateCreationDateTime"u8))
            {
                entry.CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(reader.ReadDouble());
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static ReadOnlySpan<byte> Ranged(ref JsonCursor reader, out (int Start, int Length) range)
    {
        reader.SkipSpace();
        var start = reader.Position;
        var raw = reader.ReadRaw();
        range = (start, raw.Length);
        return raw;
    }

    // The service deletes expired items; the API of streams and Lambda spell the names differently.
    private static bool ReadIsService(ref JsonCursor reader)
    {
        bool isType = false, isPrincipal = false;
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Type"u8) || name.SequenceEqual("type"u8))
                isType = reader.ReadString() == "Service";
            else if (name.SequenceEqual("PrincipalId"u8) || name.SequenceEqual("principalId"u8))
                isPrincipal = reader.ReadString() == "dynamodb.amazonaws.com";
            else
                reader.Skip();
        }

        return isType && isPrincipal;
    }
}
