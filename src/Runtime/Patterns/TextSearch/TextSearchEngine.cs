namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>What answered a search.</summary>
public enum TextSearchEngine
{
    /// <summary>The trigram index in the table: exact fragments, in the order of <see cref="Search{T}"/>.</summary>
    Trigrams,

    /// <summary>OpenSearch: fragments, inflected forms and misspelt words, the best match first.</summary>
    OpenSearch,
}
