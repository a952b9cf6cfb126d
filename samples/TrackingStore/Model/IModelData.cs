namespace TrackingStore.Model;

/// <summary>An item of a registered model. One query reads those of all types.</summary>
internal interface IModelData
{
    /// <summary>The id of the model.</summary>
    string ModelId { get; }
}
