using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>
/// A version that is about to be saved, and its bytes. They are written once, and both items of the save are made from them.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="item">The version.</param>
/// <param name="writeId">The id of the write that both items store; null for none.</param>
internal sealed class VersionBytes<T>(T item, string? writeId) : IDisposable
    where T : class, IVersionedItem<T>
{
    private WireBuffer? buffer;

    /// <summary>The version.</summary>
    public T Item => item;

    /// <summary>The version as it is stored.</summary>
    /// <exception cref="InvalidAttributeValueException">The item holds a value that DynamoDB does not accept.</exception>
    public ReadOnlySpan<byte> Bytes => (buffer ??= Write()).WrittenSpan;

    public void Dispose()
    {
        buffer?.Dispose();
        buffer = null;
    }

    private WireBuffer Write()
    {
        var written = WireBuffer.Rent();
        var writer = new ItemWriter(written);
        ItemText.Write(ref writer, in item);
        if (writeId is not null)
        {
            // Before the closing brace.
            writer.Rewind(writer.Position - 1);
            writer.WriteName(VersionModel.WriteIdAttributeName);
            writer.WriteStringValue(writeId);
            writer.WriteRaw("}"u8);
        }

        writer.Flush();
        return written;
    }
}
