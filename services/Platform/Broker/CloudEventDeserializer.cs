using System.Net.Mime;
using MassTransit;
using MassTransit.RabbitMqTransport;
using MassTransit.Serialization;

namespace Coordination.Platform;

/// <summary>
/// Hands MassTransit every message as it is. It never fails: what cannot be read is told apart later, where it can be kept for an operator.
/// </summary>
internal sealed class CloudEventDeserializer : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    private static readonly ContentType Media = new(BrokerNames.ContentType);
    private static readonly string[] Types = [MessageUrn.ForTypeString<BrokerDelivery>()];

    public ContentType ContentType => Media;

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public void Probe(ProbeContext context) => context.CreateScope("cloudevents");

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => throw new NotSupportedException("Events are published by the relay.");

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        var message = receiveContext.GetPayload<RabbitMqBasicConsumeContext>();
        var properties = message.Properties;
        var delivery = new BrokerDelivery(ChannelNumbers.Of(receiveContext.GetPayload<ChannelContext>()), message.DeliveryTag, message.Exchange, properties.IsUserIdPresent() ? properties.UserId : null,
            Header(BrokerNames.Position), Header(BrokerNames.Previous), receiveContext.Body.GetBytes());
        return new BodyConsumeContext(receiveContext, new Raw(delivery, new RawMessageContext(receiveContext.TransportHeaders, receiveContext.InputAddress, default)));

        object? Header(string name) => properties.Headers is { } headers && headers.TryGetValue(name, out var value) ? value : null;
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) => throw new NotSupportedException("Only deliveries are read.");

    private sealed class Raw(BrokerDelivery delivery, MessageContext context) : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, Types)
    {
        public override bool TryGetMessage<T>(out T message)
        {
            message = (delivery as T)!;
            return delivery is T;
        }

        public override bool TryGetMessage(Type messageType, out object message)
        {
            message = delivery;
            return messageType.IsInstanceOfType(delivery);
        }

        public override IMessageSerializer GetMessageSerializer() => throw new NotSupportedException();

        public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => throw new NotSupportedException();

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => throw new NotSupportedException();

        public override Dictionary<string, object> ToDictionary<T>(T? message) where T : class => [];
    }
}
