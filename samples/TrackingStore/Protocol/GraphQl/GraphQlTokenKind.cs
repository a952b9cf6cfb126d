namespace TrackingStore.Protocol.GraphQl;

/// <summary>What a piece of a document is.</summary>
internal enum GraphQlTokenKind
{
    Name,
    Number,
    Text,
    Mark,
    End,
}
