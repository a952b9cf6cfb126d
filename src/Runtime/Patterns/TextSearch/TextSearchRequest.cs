using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// What to search for: <c>new TextSearchRequest&lt;Person&gt;(Person.Trigrams.Name("tenant-a"), "ada love")</c>.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record TextSearchRequest<T>
    where T : ITrigramItem<T>
{
    /// <summary>The maximum length of a text in characters.</summary>
    public const int MaxTextLength = 1000;

    /// <summary>The maximum number of words.</summary>
    public const int MaxWords = 32;

    /// <summary>The maximum of <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Describes a search.</summary>
    /// <param name="scope">The index, and the values within which to search.</param>
    /// <param name="text">The words, with white space between them. Without words, the search returns all items of the scope.</param>
    /// <exception cref="ArgumentException">
    /// The scope is empty, or the text has more than <see cref="MaxTextLength"/> characters, more than <see cref="MaxWords"/> words, or
    /// half of a surrogate pair.
    /// </exception>
    public TextSearchRequest(TrigramScope<T> scope, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (scope.Index is null)
            throw new ArgumentException($"The scope is empty. Create it with {typeof(T).Name}.Trigrams.", nameof(scope));
        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException(
                $"The text has {text.Length} characters, but a search takes at most {MaxTextLength}. Search for fewer words.",
                nameof(text));
        }

        Scope = scope;
        Text = text;
        Words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static word => TextFold.Of(word).Length > 0)
            .Distinct(StringComparer.Ordinal)];
        if (Words.Count > MaxWords)
        {
            throw new ArgumentException(
                $"The text has {Words.Count} different words, but a search takes at most {MaxWords}. Search for fewer words.",
                nameof(text));
        }
    }

    /// <summary>The index, and the values within which to search.</summary>
    public TrigramScope<T> Scope { get; }

    /// <summary>The words, as they were passed.</summary>
    public string Text { get; }

    /// <summary>The maximum number of items on the page, from 1 to <see cref="MaxLimit"/>. The default is 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1 or more than <see cref="MaxLimit"/>.</exception>
    public int Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Limit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxLimit, nameof(Limit));
            field = value;
        }
    } = 50;

    /// <summary>The <see cref="TextSearchPage{T}.Next"/> of the page before; null for the first page.</summary>
    public PageToken? At { get; init; }

    /// <summary>The different words. A word that consists of marks is left out.</summary>
    internal IReadOnlyList<string> Words { get; }
}
