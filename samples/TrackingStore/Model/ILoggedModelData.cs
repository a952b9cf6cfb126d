namespace TrackingStore.Model;

/// <summary>An item of a logged model. One query reads those of all types.</summary>
internal interface ILoggedModelData
{
    /// <summary>The id of the model.</summary>
    string ModelId { get; }
}
