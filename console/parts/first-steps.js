import { cliEnvironment, commands } from './code.js';

/** Commands for the first minutes, ready to copy. */
export const uploadCommands = () =>
  commands(`${cliEnvironment()}
aws s3 mb s3://pets
echo woof | aws s3 cp - s3://pets/rex.jpg`);

export const flowCommands = () =>
  commands(`${cliEnvironment()}
aws sqs create-queue --queue-name pet-jobs --attributes '{"Policy":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"s3.amazonaws.com\\"},\\"Action\\":\\"sqs:SendMessage\\",\\"Resource\\":\\"*\\"}]}"}'
aws s3 mb s3://pets
aws s3api put-bucket-notification-configuration --bucket pets --notification-configuration '{
  "QueueConfigurations": [{
    "QueueArn": "arn:aws:sqs:us-east-1:123456789012:pet-jobs",
    "Events": ["s3:ObjectCreated:*"],
    "Filter": {"Key": {"FilterRules": [{"Name": "suffix", "Value": ".jpg"}]}}
  }]}'
echo woof | aws s3 cp - s3://pets/rex.jpg`);
