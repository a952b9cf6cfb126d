namespace TrackingStore.Search;

/// <summary>How a comparison compares.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Like,
    LikeIgnoringCase,
    In,
    NotIn,
    IsNull,
    IsNotNull,
}
