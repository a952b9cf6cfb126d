using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// Collects the names and values of one request's expressions while their text is written, and writes both members afterwards.
/// It is rented and returned, so a warm program does not allocate any.
/// </summary>
internal sealed class ExpressionContext : IDisposable
{
    [ThreadStatic]
    private static ExpressionContext? kept;

    private readonly List<string> names = [];
    private WireBuffer? values;
    private int valueCount;
    private int textStart;
    private AttributePath current;

    private ExpressionContext()
    {
    }

    /// <summary>The length of the values so far, as a mark for <see cref="ValuesSince"/>.</summary>
    public int ValuesLength => values?.Length ?? 0;

    public static ExpressionContext Rent()
    {
        var context = kept ?? new ExpressionContext();
        kept = null;
        return context;
    }

    /// <summary>Begins an expression: what is written from here on counts against its limits.</summary>
    public void Begin(ref ItemWriter writer)
    {
        textStart = writer.Position;
        current = default;
    }

    /// <summary>Ends an expression, and refuses one that DynamoDB would refuse for its size.</summary>
    public void End(ref ItemWriter writer, string expression)
    {
        var bytes = writer.Position - textStart;
        if (bytes > ExpressionText.MaxBytes)
        {
            throw new ArgumentException(
                $"The {expression} is {bytes} bytes long. DynamoDB allows at most {ExpressionText.MaxBytes}. " +
                "Split the request, or use fewer attributes in it.");
        }
    }

    /// <summary>Sets the attribute that the next values are for, so that errors can name it.</summary>
    public void At(AttributePath path) => current = path;

    /// <summary>
    /// Writes the placeholder of a name. It is always a placeholder, because names may be reserved words, and the list of those grows.
    /// </summary>
    public void WriteName(ref ItemWriter writer, string name)
    {
        var index = names.IndexOf(name);
        if (index < 0)
        {
            index = names.Count;
            names.Add(name);
        }

        writer.WriteRaw("#n"u8);
        ExpressionText.WriteInteger(ref writer, index);
    }

    /// <summary>Writes the placeholder of a value, and keeps the value.</summary>
    public void WriteValue<T, TConverter>(ref ItemWriter writer, T value)
        where TConverter : IAttributeConverter<T>
    {
        var kept = BeginValue(ref writer);
        WriteNamed<T, TConverter>(ref kept, value);
        kept.Flush();
    }

    /// <summary>Writes the placeholder of a key value, and keeps the value.</summary>
    public void WriteKey(ref ItemWriter writer, KeyValue value)
    {
        var kept = BeginValue(ref writer);
        value.Write(ref kept);
        kept.Flush();
    }

    /// <summary>Writes the placeholder of a value that is given as it is stored, and keeps the value.</summary>
    /// <param name="writer">The writer of the expression.</param>
    /// <param name="json">The value: <c>{"S":"x"}</c>.</param>
    public void WriteStored(ref ItemWriter writer, ReadOnlySpan<byte> json)
    {
        var kept = BeginValue(ref writer);
        kept.WriteRaw(json);
        kept.Flush();
    }

    /// <summary>The values from a mark on, each with its comma and name.</summary>
    public ReadOnlySpan<byte> ValuesSince(int mark) => values is null ? default : values.WrittenSpan[mark..];

    /// <summary>Checks the values from a mark on as those of an index's key.</summary>
    public void CheckValues(IndexKey key, int mark)
    {
        var reader = new JsonCursor(ValuesSince(mark));
        while (reader.Rest.Length > 0 && reader.NextMember(out _))
            key.ThrowIfInvalid(reader.ReadRaw());
    }

    /// <summary>
    /// Writes the placeholder of a set of the elements, and keeps the set. The elements' type decides the type of the set.
    /// </summary>
    public void WriteSet<T, TConverter>(ref ItemWriter writer, ReadOnlySpan<T> elements)
        where TConverter : IAttributeConverter<T>
    {
        using var scratch = WireBuffer.Rent();
        var kept = BeginValue(ref writer);
        for (var i = 0; i < elements.Length; i++)
        {
            scratch.Clear();
            var element = new ItemWriter(scratch);
            WriteNamed<T, TConverter>(ref element, elements[i]);
            element.Flush();

            // {"S":"x"} becomes {"SS":["x",…
            var json = scratch.WrittenSpan;
            if (i == 0)
            {
                kept.WriteRaw("{\""u8);
                kept.WriteRaw(json.Slice(2, 1));
                kept.WriteRaw("S\":["u8);
            }
            else
            {
                kept.WriteRaw(","u8);
            }

            kept.WriteRaw(json[5..^1]);
        }

        kept.WriteRaw("]}"u8);
        kept.Flush();
    }

    /// <summary>Writes <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>, each if there are any.</summary>
    public void WriteMembers(ref ItemWriter writer)
    {
        if (names.Count > 0)
            WriteNames(ref writer);
        if (valueCount == 0)
            return;

        writer.WriteRaw(",\"ExpressionAttributeValues\":{"u8);
        writer.WriteRaw(values!.WrittenSpan[1..]);
        writer.WriteRaw("}"u8);
    }

    /// <summary>Forgets names and values, for the next request item.</summary>
    public void Clear()
    {
        names.Clear();
        values?.Clear();
        valueCount = 0;
    }

    public void Dispose()
    {
        names.Clear();
        values?.Dispose();
        values = null;
        valueCount = 0;
        kept = this;
    }

    private void WriteNamed<T, TConverter>(ref ItemWriter writer, T value)
        where TConverter : IAttributeConverter<T>
    {
        try
        {
            TConverter.Write(ref writer, value);
        }
        catch (InvalidAttributeValueException error)
        {
            throw error.WithAttribute(current.ToString());
        }
    }

    private void WriteNames(ref ItemWriter writer)
    {
        writer.WriteRaw(",\"ExpressionAttributeNames\":{"u8);
        for (var i = 0; i < names.Count; i++)
        {
            writer.WriteRaw(i == 0 ? "\"#n"u8 : ",\"#n"u8);
            ExpressionText.WriteInteger(ref writer, i);
            writer.WriteRaw("\":"u8);
            writer.WriteJsonString(names[i]);
        }

        writer.WriteRaw("}"u8);
    }

    private ItemWriter BeginValue(ref ItemWriter writer)
    {
        var number = valueCount++;
        writer.WriteRaw(":v"u8);
        ExpressionText.WriteInteger(ref writer, number);

        values ??= WireBuffer.Rent(256);
        var kept = new ItemWriter(values);
        kept.WriteRaw(",\":v"u8);
        ExpressionText.WriteInteger(ref kept, number);
        kept.WriteRaw("\":"u8);
        kept.StartWithin(Math.Max(0, current.Depth - 1));
        return kept;
    }
}
