using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Protocol.Replies;

/// <summary>
/// The wire form of every message: snake_case names, absent fields left out, 64-bit integers as numbers, and NaN and the infinities as
/// strings.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(EmptyReply))]
[JsonSerializable(typeof(ExperimentReply))]
[JsonSerializable(typeof(ExperimentIdReply))]
[JsonSerializable(typeof(ExperimentsReply))]
[JsonSerializable(typeof(RunReply))]
[JsonSerializable(typeof(RunInfoReply))]
[JsonSerializable(typeof(RunsReply))]
[JsonSerializable(typeof(MetricsReply))]
[JsonSerializable(typeof(ChartReply))]
[JsonSerializable(typeof(ChartsReply))]
[JsonSerializable(typeof(DatasetSummariesReply))]
[JsonSerializable(typeof(ArtifactsReply))]
[JsonSerializable(typeof(UploadReply))]
[JsonSerializable(typeof(PresignedReply))]
[JsonSerializable(typeof(RegisteredModelReply))]
[JsonSerializable(typeof(RegisteredModelsReply))]
[JsonSerializable(typeof(ModelVersionReply))]
[JsonSerializable(typeof(ModelVersionsReply))]
[JsonSerializable(typeof(ArtifactUriReply))]
[JsonSerializable(typeof(LoggedModelReply))]
[JsonSerializable(typeof(LoggedModelsReply))]
[JsonSerializable(typeof(GatewayEndpointsReply))]
[JsonSerializable(typeof(ServerInfoReply))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(UserReply))]
[JsonSerializable(typeof(ExperimentPermissionReply))]
[JsonSerializable(typeof(RegisteredModelPermissionReply))]
[JsonSerializable(typeof(AccessTokensReply))]
[JsonSerializable(typeof(NewAccessTokenReply))]
internal sealed partial class MlflowJson : JsonSerializerContext;
