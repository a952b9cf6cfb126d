using TrackingStore.Protocol.GraphQl;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>Counts the characters of an answer while it is made, so that it is refused before it becomes too long.</summary>
internal sealed class AnswerBudget
{
    /// <summary>The most characters that an answer may have.</summary>
    public const int MaxCharacters = 16_000_000;

    private long used;

    /// <summary>Counts some more. Several threads may do so at once.</summary>
    /// <exception cref="GraphQlException">There are too many.</exception>
    public void Charge(int characters)
    {
        if (Interlocked.Add(ref used, characters) > MaxCharacters)
            throw new GraphQlException($"The answer has more than {MaxCharacters} characters. Ask for fewer runs or fields.");
    }
}
