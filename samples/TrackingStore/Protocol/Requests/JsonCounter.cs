using System.Text.Json;

namespace TrackingStore.Protocol.Requests;

/// <summary>Counts the values of a JSON text while it arrives, so that a million empty objects are refused before they are kept.</summary>
internal sealed class JsonCounter(int maxValues)
{
    private const int Step = 16 * 1024;

    private JsonReaderState state;
    private int counted;
    private int values;
    private int next = Step;

    /// <summary>Counts the values of what has arrived.</summary>
    /// <param name="text">All that has arrived so far.</param>
    /// <param name="isWhole">Whether it is everything.</param>
    /// <returns>False if there are too many.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Count(ReadOnlySpan<byte> text, bool isWhole)
    {
        if (!isWhole && text.Length < next) return true;
        var reader = new Utf8JsonReader(text[counted..], isWhole, state);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            if (++values > maxValues) return false;
        }

        counted += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        // The reader begins a long text anew each time, so the next look waits until there is twice as much of it.
        next = text.Length + Math.Max(Step, text.Length - counted);
        return true;
    }
}
